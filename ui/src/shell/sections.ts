/** The rail, from one table. An entry stands here when its screen works. */
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Library from '@lucide/svelte/icons/library';
import Scale from '@lucide/svelte/icons/scale';
import Settings from '@lucide/svelte/icons/settings';
import SunMedium from '@lucide/svelte/icons/sun-medium';
import type { KindInfo } from '$lib/backend/kinds';
import type { PlainId } from '$lib/language/language.svelte';
import type { Route } from '$lib/route/route.svelte';

/** One section. */
export interface Section {
  id: 'today' | 'records' | 'mechanism' | 'library' | 'settings';
  says: PlainId;
  icon: typeof SunMedium;
  /** Its first place. */
  place: string;
}

export const sections: readonly Section[] = [
  { id: 'today', says: 'section-today', icon: SunMedium, place: 'today' },
  { id: 'records', says: 'section-records', icon: FolderOpen, place: 'list/incident' },
  { id: 'mechanism', says: 'section-mechanism', icon: Scale, place: 'mechanism/board' },
  { id: 'library', says: 'section-library', icon: Library, place: 'library' },
  { id: 'settings', says: 'section-settings', icon: Settings, place: 'settings' },
];

/** The screens of the Mechanism: its boards, and the applications to it. */
export const mechanism: readonly { part: string; says: PlainId; place: string }[] = [
  { part: 'board', says: 'mechanism-board', place: 'mechanism/board' },
  { part: 'application', says: 'mechanism-applications', place: 'list/application' },
  { part: 'measures', says: 'mechanism-measures', place: 'mechanism/measures' },
  { part: 'organs', says: 'mechanism-organs', place: 'mechanism/organs' },
  { part: 'resources', says: 'mechanism-resources', place: 'mechanism/resources' },
  { part: 'states', says: 'mechanism-states', place: 'mechanism/states' },
  { part: 'commitments', says: 'mechanism-commitments', place: 'mechanism/commitments' },
  { part: 'concerns', says: 'mechanism-concerns', place: 'mechanism/concerns' },
  { part: 'figures', says: 'mechanism-figures', place: 'mechanism/figures' },
];

/** What each family of kinds is called. */
const familyNames: Partial<Record<string, PlainId>> = {
  casework: 'family-casework',
  mechanism: 'family-mechanism',
  institution: 'family-institution',
  analysis: 'family-analysis',
  library: 'family-library',
};

/** Kinds that stand together, under one heading. */
export interface Family {
  id: string;
  says: PlainId;
  kinds: KindInfo[];
  /** How many records all of them have. */
  records: number;
}

/** Kinds by family, in the order in which they come. */
export function families(kinds: readonly KindInfo[]): Family[] {
  const all: Family[] = [];
  for (const kind of kinds) {
    const last = all.at(-1);
    const family = last?.id === kind.family ? last : { id: kind.family, says: familyNames[kind.family] ?? 'section-records', kinds: [], records: 0 };
    if (family !== last) all.push(family);
    family.kinds.push(kind);
    family.records += kind.records;
  }
  return all;
}

/** Kinds whose name is longer than the rail is wide. */
export const shortNames: Partial<Record<string, PlainId>> = {
  collective: 'rail-collectives',
  perpetrator: 'rail-perpetrators',
  organisation: 'rail-organisations',
  official_figure: 'rail-figures',
};

/** Which section a place belongs to; some belong to none. */
export function sectionOf(route: Route): Section['id'] | null {
  switch (route.at) {
    case 'today':
    case 'mechanism':
    case 'library':
    case 'settings':
      return route.at;
    case 'handover':
    case 'calls':
    case 'ics':
      return 'today';
    case 'list':
    case 'record':
    case 'versions':
    case 'merge':
    case 'import':
    case 'export':
    case 'report':
      return 'records';
    case 'help':
    case 'controls':
      return null;
  }
}
