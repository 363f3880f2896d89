/** Who asks; written into the page by the gateway, empty when nobody has said. */
export function organisation(): string {
    const written = document.querySelector<HTMLMetaElement>('meta[name=organisation]')?.content ?? '';
    return written === '{organisation}' ? '' : written;
}
