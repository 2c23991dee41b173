// Prints a whole page without leaving the screen: in a frame that nobody sees.

export function printPage(html: string): void {
  const frame = document.createElement('iframe')
  frame.title = 'print'
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  frame.srcdoc = html
  frame.onload = () => {
    const shown = frame.contentWindow
    if (!shown) return
    shown.onafterprint = () => frame.remove()
    shown.focus()
    shown.print()
  }
  document.body.append(frame)
}
