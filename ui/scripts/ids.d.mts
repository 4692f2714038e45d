export function ids(): string;
