package im.monarch.conformance.harness;

import im.monarch.conformance.stage.World;
import im.monarch.conformance.transcript.Fact;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running server as transcripts see it. */
public final class LiveWorld implements World {

  /** Somebody to put on a list and take off again, until its version is right. */
  private static final Fact.Account FILLER =
      new Fact.Account("filler@example.com", "Filler", "secret");

  private final RunningServer server;
  private final AdminClient admin;
  private final List<String> actors = new ArrayList<>();

  /** A world without the people of earlier transcripts, who would still know each other. */
  public LiveWorld(RunningServer server) {
    this.server = server;
    this.admin = server.admin();
    server.takeInvented().forEach(admin::delete);
  }

  @Override
  public InetSocketAddress address(String role, String actor) {
    if (!actors.contains(actor)) {
      actors.add(actor);
    }
    return server.address(listener(role), actors.indexOf(actor));
  }

  private static Listener listener(String role) {
    return switch (role) {
      case "ds" -> Listener.DISPATCH;
      case "ns" -> Listener.NOTIFICATION;
      case "sb" -> Listener.SWITCHBOARD;
      default -> throw new IllegalStateException("no such server: " + role);
    };
  }

  @Override
  public void arrange(Fact fact) {
    switch (fact) {
      case Fact.Account account -> {
        admin.delete(account.handle());
        admin.create(account);
        server.invented(account.handle());
      }
      case Fact.Lists lists -> admin.put(lists);
      case Fact.ListVersion version -> raise(version.handle(), version.version());
      case Fact.ShutdownSoon soon -> admin.announceShutdown(soon.minutes());
    }
  }

  /** By edits that leave the list as it was: one on, any number of renames, one off. */
  private void raise(String handle, long version) {
    long missing = version - listVersion(handle);
    if (missing == 0) {
      return;
    }
    if (missing < 2) {
      throw new IllegalStateException(
          handle + " has list version " + listVersion(handle) + ", out of reach of " + version);
    }
    if (!admin.exists(FILLER.handle())) {
      admin.create(FILLER);
    }
    admin.put(filler(handle, List.of("AL"), Optional.empty()));
    for (long i = 2; i < missing; i++) {
      admin.put(filler(handle, List.of("AL"), Optional.of("Filler " + i)));
    }
    admin.put(filler(handle, List.of(), Optional.empty()));
    if (listVersion(handle) != version) {
      throw new IllegalStateException(
          handle + " came to list version " + listVersion(handle) + " instead of " + version);
    }
  }

  private static Fact.Lists filler(String owner, List<String> lists, Optional<String> nickname) {
    return new Fact.Lists(owner, FILLER.handle(), lists, List.of(), nickname);
  }

  private long listVersion(String handle) {
    return admin.account(handle).getLong("listVersion");
  }

  @Override
  public String ticket(String handle, String password, String challenge) {
    return server.passport().ticket(handle, password, challenge);
  }
}
