/** What must be at hand for a page to open without a network. */
export interface Shell {
    version: string;
    page: string;
    files: string[];
}
