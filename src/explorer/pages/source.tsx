export function SourcePage() {
  return <p>…</p>;
}
