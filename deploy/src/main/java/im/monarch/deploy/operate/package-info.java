/**
 * Commands for those who run servers: each asks the management listener of one process, which knows
 * the others.
 */
package im.monarch.deploy.operate;
