/** What the command bar offers besides records: places to go and things to do. */
import type { Component } from 'svelte';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import Handshake from '@lucide/svelte/icons/handshake';
import Languages from '@lucide/svelte/icons/languages';
import List from '@lucide/svelte/icons/list';
import Lock from '@lucide/svelte/icons/lock';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Phone from '@lucide/svelte/icons/phone';
import Plus from '@lucide/svelte/icons/plus';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Upload from '@lucide/svelte/icons/upload';
import UserPen from '@lucide/svelte/icons/user-pen';
import { lock, writeAs } from '$lib/backend/desk';
import { setAppearance, type Appearance } from '$lib/backend/vault';
import type { Frame } from '$lib/desk/frame.svelte';
import { folded } from '$lib/language/folded';
import { label, language, t } from '$lib/language/language.svelte';
import { router } from '$lib/route/route.svelte';
import { find } from '../features/help/pages';
import { sections } from './sections';

/** How many pages of help are offered. */
const MOST_HELP = 4;

/** One thing that can be done. */
export interface Command {
  id: string;
  group: 'place' | 'action' | 'help';
  says: string;
  icon: Component<{ class?: string }>;
  /** Its own keys. */
  keys?: string;
  run: () => void;
}

function places(frame: Frame): Command[] {
  const go = (id: string, says: string, icon: Command['icon'], place: string, keys?: string): Command => ({ id, group: 'place', says, icon, run: () => router.go(place), ...(keys === undefined ? {} : { keys }) });
  return [
    ...sections.map((section, at) => go(`at-${section.id}`, t(section.says), section.icon, section.place, `Ctrl+${String(at + 1)}`)),
    ...frame.windowKinds.map((kind) => go(`list-${kind.id}`, label(kind.plural), List, `list/${kind.id}`)),
    go('report', t('section-report'), FileText, 'report'),
    go('handover', t('handover-screen'), Handshake, 'handover'),
    go('calls', t('calls-screen'), Phone, 'calls'),
    go('ics', t('ics-screen'), CalendarPlus, 'ics'),
    go('import', t('section-import'), Upload, 'import/incident'),
    go('help', t('section-help'), CircleQuestionMark, 'help', 'F1'),
  ];
}

function actions(frame: Frame): Command[] {
  const desk = frame.desk;
  if (!desk) return [];
  const act = (id: string, says: string, icon: Command['icon'], run: () => void, keys?: string): Command => ({ id, group: 'action', says, icon, run, ...(keys === undefined ? {} : { keys }) });
  const wear = (change: Partial<Appearance>) => async () => {
    await setAppearance({ ...desk.appearance, ...change });
    await frame.refresh();
  };
  const fresh = desk.read_only ? [] : frame.windowKinds.filter((kind) => kind.fields.some((field) => field.in_capture));
  const others = desk.writers.filter((writer) => !writer.retired && writer.id !== desk.writer?.id);
  const look = desk.appearance;
  return [
    ...fresh.map((kind) => act(`new-${kind.id}`, t('command-new', { kind: label(kind.label).toLowerCase() }), Plus, () => frame.begin(kind.id), `Ctrl+N ${kind.letter}`)),
    act('lock', t('command-lock'), Lock, () => void lock(false), 'Ctrl+L'),
    ...fresh.map((kind) => act(`import-${kind.id}`, t('command-import', { kind: label(kind.plural) }), Upload, () => router.go(`import/${kind.id}`))),
    act('export', t('command-export'), Download, () => router.go('export')),
    act('language', look.language === 'es' ? t('command-english') : t('command-spanish'), Languages, () => void wear({ language: look.language === 'es' ? 'en' : 'es' })()),
    ...(['light', 'dark', 'system'] as const).filter((theme) => theme !== look.theme).map((theme) => act(`theme-${theme}`, t(`command-theme-${theme}`), SunMoon, () => void wear({ theme })())),
    ...others.map((writer) => act(`write-as-${writer.id}`, t('command-write-as', { name: writer.name }), UserPen, () => void writeAs(writer.id).then((now) => frame.show(now)))),
  ];
}

/** The pages of help that hold the words typed. */
function helpOn(typed: string): Command[] {
  return find(language.current, typed)
    .slice(0, MOST_HELP)
    .map(({ page }) => ({ id: `help-${page.id}`, group: 'help', says: page.title, icon: CircleQuestionMark, run: () => router.go(`help/${page.id}`) }));
}

/** What fits the words typed, each beginning some word of it; everything when nothing is typed. */
export function fitting(frame: Frame, typed: string): Command[] {
  const wanted = folded(typed).split(/\s+/).filter((word) => word !== '');
  const all = [...places(frame), ...actions(frame)];
  if (wanted.length === 0) return all.filter((one) => !one.id.startsWith('import-'));
  const fit = all.filter((one) => {
    const words = folded(one.says).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => words.some((other) => other.startsWith(word)));
  });
  return [...fit, ...helpOn(typed)];
}
