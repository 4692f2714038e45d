/** What leaves: lists and reports. */
import { ask } from './door';
import { commands, type ListOut, type ReportOut } from './generated/commands';

export type { DocumentForm, ExportPreview, Left, Level, ListForm, ListOut, PaperSize, PreviewRecord, PreviewRow, ReportOut, ReportPage, ReportPreview } from './generated/commands';

export const exportPreview = (request: ListOut, first: number, count: number) => ask(commands.exportPreview(request, first, count));
export const exportSave = (request: ListOut) => ask(commands.exportSave(request));
export const reportPreview = (request: ReportOut, first: number, count: number) => ask(commands.reportPreview(request, first, count));
export const reportPage = (request: ReportOut, page: number, width: number) => ask(commands.reportPage(request, page, width));
export const reportSave = (request: ReportOut) => ask(commands.reportSave(request));
