/** Which clients the service knows, and what it tells them about newer ones (CVR and CVQ). */
package im.monarch.domain.clients;
