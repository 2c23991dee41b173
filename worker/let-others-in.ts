// A turn for the requests of others in the middle of long work. Only a timer gives it: answers of the database alone were
// seen not to.

export const letOthersIn = (): Promise<void> => new Promise((next) => setTimeout(next))
