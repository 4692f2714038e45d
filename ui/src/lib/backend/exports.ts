/** What leaves: exports and reports. */
import { commands, type ExportRequest, type ReportRequest } from './awaited';
import { ask } from './door';

export type { Level, PreviewRow, ExportPreview, ExportRequest, ReportRequest } from './awaited';

export const exportPreview = (request: ExportRequest, first: number, count: number) => ask(commands.exportPreview(request, first, count));
export const exportSave = (request: ExportRequest) => ask(commands.exportSave(request));
export const reportPreview = (request: ReportRequest) => ask(commands.reportPreview(request));
export const reportPage = (request: ReportRequest, page: number) => ask(commands.reportPage(request, page));
export const reportSave = (request: ReportRequest) => ask(commands.reportSave(request));
