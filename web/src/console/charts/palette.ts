/** The colours of the page as they are now, for what is drawn rather than styled. */
export interface Palette {
    ink: string;
    quiet: string;
    line: string;
    card: string;
    brand: string;
    brandSoft: string;
    red: string;
    yellow: string;
    green: string;
    calm: string;
    series: string[];
}

export function palette(): Palette {
    const style = getComputedStyle(document.documentElement);
    const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
        ink: of('ink'),
        quiet: of('quiet'),
        line: of('line'),
        card: of('card'),
        brand: of('brand'),
        brandSoft: of('brand-soft'),
        red: of('red-light'),
        yellow: of('yellow-light'),
        green: of('green-light'),
        calm: of('calm'),
        series: [of('brand'), of('info'), of('warn'), of('bad'), of('calm')],
    };
}

/** A colour between two that are written in hexadecimal digits, three or six: a style that is built has the shortest. */
export function mixed(from: string, to: string, share: number): string {
    const part = (colour: string, place: number) =>
        parseInt(colour.length === 4 ? colour[1 + place]!.repeat(2) : colour.slice(1 + 2 * place, 3 + 2 * place), 16);
    const parts = [0, 1, 2].map((place) => Math.round(part(from, place) * (1 - share) + part(to, place) * share));
    return `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

export function colourOf(band: 'RED' | 'YELLOW' | 'GREEN' | null | undefined, colours: Palette): string {
    switch (band) {
        case 'RED':
            return colours.red;
        case 'YELLOW':
            return colours.yellow;
        case 'GREEN':
            return colours.green;
        default:
            return colours.calm;
    }
}
