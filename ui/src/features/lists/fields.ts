/** Fields of a kind as lists offer them: by what is typed, by how they can be compared. */
import type { FieldInfo } from '$lib/backend/kinds';
import type { FilterPart, Op } from '$lib/backend/lists';
import { folded } from '$lib/language/folded';
import { label } from '$lib/language/language.svelte';

/** Those whose label holds what is typed, those that begin with it first. */
export function matching(fields: readonly FieldInfo[], typed: string): FieldInfo[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return [...fields];
  const named = fields.map((field) => ({ field, name: folded(label(field.label)) })).filter(({ name }) => name.includes(wanted));
  return named.sort((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted))).map(({ field }) => field);
}

/** How a field can be compared, the usual way first. */
export function waysOf(field: FieldInfo): Op[] {
  switch (field.type) {
    case 'date':
    case 'number':
    case 'money':
    case 'duration':
      return ['from', 'until', 'is', 'unknown', 'absent'];
    case 'choice':
    case 'answer':
      return ['is', 'not', 'unknown', 'absent'];
    case 'text':
    case 'long_text':
      return ['contains', 'is', 'unknown', 'absent'];
    default:
      return ['unknown', 'absent'];
  }
}

/** Whether a condition of this sort is made of values that are counted and ticked. */
export function isTicked(field: FieldInfo, op: Op): boolean {
  return (op === 'is' || op === 'not') && field.type !== 'date';
}

/** Whether a condition says something. */
export function says(part: FilterPart): boolean {
  return part.op === 'unknown' || part.op === 'absent' || part.values.some((value) => value.trim() !== '');
}

/** Fields that can make headings. */
export function canGroup(field: FieldInfo): boolean {
  return ['choice', 'answer', 'date', 'text'].includes(field.type) && field.sensitivity !== 'identity' && field.sensitivity !== 'secret';
}

/** Fields that can be written into many records at once. */
export function canWriteMany(field: FieldInfo): boolean {
  return !field.computed && !field.retired && !['act', 'step', 'attachment', 'file'].includes(field.type);
}
