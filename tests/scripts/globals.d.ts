/* The globals of Dash, React and Plotly that assets/scripts/adapter/dash-adapter.js names. */
export {};

type Dash = { set_props?: any; no_update?: unknown; timeline?: Record<string, (...given: any[]) => unknown> };

declare global {
  interface Window {
    dash_clientside: Dash;
    dash_component_api: { useDashContext: () => { useLoading: () => boolean } };
    timeline_parts: Record<string, unknown>;
    React: any;
    Plotly: any;
  }
}
