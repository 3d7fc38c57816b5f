export function MapPage() {
  return <p>…</p>;
}
