import { BarChart, HeatmapChart, LineChart, RadarChart } from 'echarts/charts';
import {
    GridComponent,
    LegendComponent,
    RadarComponent,
    TooltipComponent,
    VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Canvas, since drawing as SVG sets styles that the page's policy forbids.
use([
    BarChart,
    HeatmapChart,
    LineChart,
    RadarChart,
    GridComponent,
    LegendComponent,
    RadarComponent,
    TooltipComponent,
    VisualMapComponent,
    CanvasRenderer,
]);

export { init };
