import { describe, expect, it } from 'vitest';
import { placeOf } from './places';

const PROPOSAL = {
    dimensions: [{ code: 'AWARENESS', indicators: [{ code: 'x', name: '响应率' }, { code: '' }] }],
    weights: [{ class: 'SUPPORT', indicators: { x: 3 } }],
};
const WORDS = { target: '目标值', dimensions: '维度', indicators: '指标', AWARENESS: '增强意识', SUPPORT: '支撑部门' };

const place = (path: string) => placeOf(path, PROPOSAL, WORDS, (nth) => `第 ${nth} 项`);

describe('where something is wrong', () => {
    it('is called by the names of what is there', () => {
        expect(place('/dimensions/0/indicators/0/target')).toBe('增强意识 · 响应率 · 目标值');
        expect(place('/dimensions/0/indicators')).toBe('增强意识 · 指标');
        expect(place('/dimensions')).toBe('维度');
        expect(place('/weights/0/indicators/x')).toBe('支撑部门 · 指标 · x');
    });

    it('is counted where it has no name, and what nobody has a word for is called as it is', () => {
        expect(place('/dimensions/0/indicators/1/other')).toBe('增强意识 · 第 2 项 · other');
        expect(place('/dimensions/7')).toBe('第 8 项');
    });
});
