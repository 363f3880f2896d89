import type { Component, ComputedRef } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from './session';
import { administration } from './administration/routes';
import { audit } from './audit/routes';
import { briefings } from './briefings/routes';
import { campaigns } from './campaigns/routes';
import { cases } from './cases/routes';
import { contracts } from './contracts/routes';
import { duties } from './duties/routes';
import { government } from './government/routes';
import { home } from './home/routes';
import { improvement } from './improvement/routes';
import { kiosks } from './kiosks/routes';
import { lectures } from './lectures/routes';
import { live } from './live/routes';
import { outcomes } from './outcomes/routes';
import { projects } from './projects/routes';
import { processes } from './processes/routes';
import { results } from './results/routes';
import { rules } from './rules/routes';
import { scores } from './scores/routes';
import { seals } from './seals/routes';
import { stories } from './stories/routes';
import { supply } from './supply/routes';
import { surveys } from './surveys/routes';
import { visits } from './visits/routes';

export interface NavigationEntry {
    /** Name of the route it leads to. */
    route: string;
    label: ComputedRef<string>;
    icon: Component;
    roles?: Role[];
}

/** A part of the console: its pages, and what leads to them. */
export interface Feature {
    routes: RouteRecordRaw[];
    navigation: NavigationEntry[];
}

/** In the order of the navigation. */
export const features: Feature[] = [
    home,
    cases,
    visits,
    government,
    supply,
    outcomes,
    processes,
    duties,
    improvement,
    projects,
    stories,
    lectures,
    surveys,
    campaigns,
    results,
    live,
    kiosks,
    rules,
    scores,
    contracts,
    seals,
    briefings,
    administration,
    audit,
];
