import type { Identity } from './dataset.js';

/** An identity of what is given; what is not given of it is absent. */
export function identityWith({
  id,
  kind,
  label,
  was,
  called,
  several,
}: Pick<Identity, 'id' | 'kind' | 'label'> & { readonly [Part in 'was' | 'called' | 'several']?: Identity[Part] | undefined }): Identity {
  return { id, kind, label, ...(was ? { was } : {}), ...(called ? { called } : {}), ...(several ? { several } : {}) };
}
