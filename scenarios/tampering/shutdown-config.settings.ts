export const configFile = 'shutdown.yaml';
export const configKey = 'shutdown_enabled';
/** Where the job finds what it acts on. */
export const podId = 'pod.id';
export const podRegion = 'pod.region';
