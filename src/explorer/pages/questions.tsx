export function QuestionsPage() {
  return <p>…</p>;
}
