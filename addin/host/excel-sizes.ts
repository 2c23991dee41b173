// Sizes of a layout in the units that Office.js takes.

/**
 * A column of n characters is 7n + 5 pixels wide (the widest digit of the usual
 * body fonts is 7 pixels, 5 are padding and grid line); Office.js takes points,
 * 0.75 of a pixel.
 */
export const columnPoints = (characters: number): number => Math.round((characters * 7 + 5) * 0.75 * 100) / 100

export const centimetres = (millimetres: number): number => millimetres / 10
