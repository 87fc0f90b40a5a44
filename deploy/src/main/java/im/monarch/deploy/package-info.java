/**
 * The command line: starts the roles that were asked for in one process, with one configuration.
 */
package im.monarch.deploy;
