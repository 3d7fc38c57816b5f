export function ListPage() {
  return <p>…</p>;
}
