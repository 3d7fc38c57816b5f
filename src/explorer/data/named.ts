/** What names an entity. */
export interface Named {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly name: string;
}
