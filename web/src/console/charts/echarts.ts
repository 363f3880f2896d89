import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Canvas, since drawing as SVG sets styles that the page's policy forbids.
use([
    BarChart,
    LineChart,
    RadarChart,
    GridComponent,
    LegendComponent,
    RadarComponent,
    TooltipComponent,
    CanvasRenderer,
]);

export { init };
