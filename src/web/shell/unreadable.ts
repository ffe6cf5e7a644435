/**
 * Runs inside a page, for tests: every text that stands out from what lies behind it by less than 4.5 : 1, or is smaller than 12 px.
 * It uses nothing from outside itself, because the browser gets its source alone.
 */
export const unreadable = (): string[] => {
  type Colour = { r: number; g: number; b: number; a: number }
  const parse = (css: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
    return { r, g, b, a }
  }
  const over = (top: Colour, under: Colour): Colour => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
  })
  const luminance = ({ r, g, b }: Colour): number => {
    const linear = (value: number) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  }
  const behind = (element: Element): Colour => {
    const layers: Colour[] = []
    for (let one: Element | null = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor)
      if (colour.a > 0) layers.push(colour)
      if (colour.a === 1) break
    }
    return layers.reduceRight((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 })
  }
  const found = new Set<string>()
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (box.width < 2 || box.height < 2 || style.visibility === 'hidden' || style.clipPath !== 'none') continue
    const ground = behind(element)
    const [light = 1, dark = 0] = [luminance(over(parse(style.color), ground)), luminance(ground)].sort((a, b) => b - a)
    const words = `${element.className}: ${element.textContent?.trim().slice(0, 30)}`
    if ((light + 0.05) / (dark + 0.05) < 4.5) found.add(`contrast ${((light + 0.05) / (dark + 0.05)).toFixed(2)} ${words}`)
    if (Number.parseFloat(style.fontSize) < 12) found.add(`${style.fontSize} ${words}`)
  }
  return [...found]
}
