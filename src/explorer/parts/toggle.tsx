import type { ReactNode } from 'react';

/** A box to tick, with what it stands for behind it. */
export function Toggle({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target: { checked } }) => onChange(checked)} />
      {children}
    </label>
  );
}
