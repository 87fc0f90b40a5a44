/** How a process starts and ends, and what it says about configurations it cannot use. */
package im.monarch.conformance.start;
