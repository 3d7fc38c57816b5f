export function TimelinePage() {
  return <p>…</p>;
}
