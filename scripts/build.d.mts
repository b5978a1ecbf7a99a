export declare const root: string
export declare function build(part: 'server' | 'web'): void
export declare function isBuilt(part: 'server' | 'web'): boolean
export declare function fingerprintOf(sources: readonly string[]): string
export declare function programOf(name: string, tool: string): string
