package im.monarch.switchboard.echo;

import im.monarch.domain.clients.Products;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import java.util.function.UnaryOperator;

/**
 * What the echo needs to know.
 *
 * @param handle its account, which has to be there
 * @param notification where it signs in
 * @param tickets which spare it the login page
 * @param products one of which it says it is when it is challenged
 * @param route where to connect for an address that clients are told: inside the house it may be
 *     another one
 */
public record EchoSettings(
    Handle handle,
    HostPort notification,
    TicketMint tickets,
    Products products,
    UnaryOperator<HostPort> route) {}
