/** An ISO date as officers write it: `2025-03-01` → `01/3/2025` (zero before a day below 10 and before months 1 and 2, decree 30/2020). */
export function officialDate(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${Number(month) > 2 ? Number(month) : month}/${year}`
}
