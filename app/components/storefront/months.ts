const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** The key of a month's name, by its number. */
export function monthKey(month: number) {
  return `storefront.months.${months[month - 1] ?? '1'}` as const;
}

/** The month of a BusinessDay, 1 to 12. */
export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}
