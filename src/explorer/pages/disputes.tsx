export function DisputesPage() {
  return <p>…</p>;
}
