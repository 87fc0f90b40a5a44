package im.monarch.conformance.client;

import im.monarch.conformance.harness.Listener;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.transcript.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where people of one server get their accounts and sign in. */
public final class Door {

  private static final String PASSWORD = "secret";
  private static final String CHALLENGE = "USR 3 TWN S ";

  private final RunningServer server;
  private final Map<InetSocketAddress, TicketBooth> booths = new ConcurrentHashMap<>();

  public Door(RunningServer server) {
    this.server = server;
  }

  /** Makes an account; there must be none of that handle. */
  public void register(String handle, String friendlyName) {
    server.admin().create(new Fact.Account(handle, friendlyName, PASSWORD));
  }

  /**
   * Signs in, up to the profile.
   *
   * @throws IllegalStateException when the server does not let the client in
   */
  public Client signIn(String handle, String dialect) {
    return signIn(handle, dialect, server.address(Listener.NOTIFICATION));
  }

  /** The same at one of several. */
  public Client signIn(String handle, String dialect, InetSocketAddress notification) {
    try {
      var client = new Client(notification);
      client.say("VER 1 " + dialect + " CVR0");
      client.say("CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS " + handle);
      client.say("USR 3 TWN I " + handle);
      expect(client, "VER 1 " + dialect);
      expect(client, "CVR 2 ");
      var challenge = expect(client, CHALLENGE).substring(CHALLENGE.length());
      client.say("USR 4 TWN S " + ticket(handle, challenge));
      expect(client, "USR 4 OK " + handle + ' ');
      expect(client, "MSG Hotmail Hotmail ");
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect", e);
    }
  }

  /** Whoever finds no Passport server at one address tries the next one. */
  private String ticket(String handle, String challenge) {
    var last = new UncheckedIOException("no Passport server", new IOException("none listens"));
    for (var address : server.addresses(Listener.PASSPORT_HTTP)) {
      try {
        return booths
            .computeIfAbsent(address, TicketBooth::new)
            .ticket(handle, PASSWORD, challenge);
      } catch (UncheckedIOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static String expect(Client client, String beginning) {
    var line = client.hear();
    if (!line.startsWith(beginning)) {
      throw new IllegalStateException("signing in: '" + line + "' instead of " + beginning);
    }
    return line;
  }
}
