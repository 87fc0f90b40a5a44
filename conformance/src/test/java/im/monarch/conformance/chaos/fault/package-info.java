/**
 * What can break, and breaks here on request: processes that are killed or stopped, a database that
 * is stopped, killed or slow, and a network between processes that can be cut. Each of them can be
 * undone, and is undone when a test ends.
 */
package im.monarch.conformance.chaos.fault;
