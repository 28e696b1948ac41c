export * from './open-installation.js';
export { serverLogger, terminalLogger } from './log/process-logger.js';
