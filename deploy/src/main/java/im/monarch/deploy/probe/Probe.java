package im.monarch.deploy.probe;

import im.monarch.protocol.vocabulary.HostPort;

/** A sign-in from dispatch to presence, step by step. */
final class Probe {

  /**
   * What the probe has to know.
   *
   * @param https where Passport listens
   * @param login how the ticket is asked for
   */
  record Target(HostPort dispatch, HostPort https, Login login) {}

  /** The two ways of clients to their ticket. */
  enum Login {
    /** Nexus and login page, MSN Messenger 5.0 to 7.0. */
    TWEENER,
    /** RST.srf, MSN Messenger 7.5. */
    RST
  }

  private static final String DISPATCH = "dispatch";
  private static final String NOTIFICATION = "the notification server";
  private static final String CLIENT = "0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS ";

  private final Target target;
  private final String handle;
  private final String password;
  private final Dialogue dialogue;
  private int trId;

  Probe(Target target, String handle, String password, Dialogue dialogue) {
    this.target = target;
    this.handle = handle;
    this.password = password;
    this.dialogue = dialogue;
  }

  /** Signs in and out again. */
  void run() throws ProbeFailure {
    var address = referral();
    try (var wire = Wire.connect(NOTIFICATION, address, "notification.advertise", dialogue)) {
      var challenge = introduce(wire);
      if (!challenge.startsWith("USR", id(), "TWN", "S")) {
        throw unexpected(NOTIFICATION, challenge, "a challenge, USR " + id() + " TWN S ...");
      }
      signIn(wire, challenge.word(4));
      synchronise(wire);
      appear(wire);
      leave(wire);
    }
  }

  private HostPort referral() throws ProbeFailure {
    try (var wire = Wire.connect(DISPATCH, target.dispatch(), "dispatch.listen", dialogue)) {
      var answer = introduce(wire);
      if (!answer.startsWith("XFR", id(), "NS")) {
        throw unexpected(DISPATCH, answer, "a referral, XFR " + id() + " NS ...");
      }
      return address(answer);
    }
  }

  private static HostPort address(Line referral) throws ProbeFailure {
    try {
      return HostPort.parse(referral.word(3));
    } catch (IllegalArgumentException e) {
      throw new ProbeFailure("no address in " + referral, "notification.advertise");
    }
  }

  /** VER, CVR and the first USR; yields the answer to the last. */
  private Line introduce(Wire wire) throws ProbeFailure {
    var version = ask(wire, "VER", "MSNP9 MSNP8 CVR0");
    if (!version.word(2).equals("MSNP9") && !version.word(2).equals("MSNP8")) {
      throw unexpected("the server", version, "MSNP9 or MSNP8; look at the key dialects");
    }
    var client = ask(wire, "CVR", CLIENT + handle);
    if (client.isRefusal()) {
      throw unexpected("the server", client, "a row for MSNMSGR in the key clients");
    }
    return ask(wire, "USR", "TWN I " + handle);
  }

  private void signIn(Wire wire, String challenge) throws ProbeFailure {
    var ticket = ticket(challenge);
    dialogue.step(NOTIFICATION, "again");
    var answer = ask(wire, "USR", "TWN S " + ticket);
    if (!answer.startsWith("USR", id(), "OK")) {
      throw unexpected(
          NOTIFICATION,
          answer,
          "USR "
              + id()
              + " OK; do Passport and notification use one store, and are their clocks"
              + " right?");
    }
    var profile = wire.hear();
    if (!profile.startsWith("MSG", "Hotmail", "Hotmail")) {
      throw unexpected(NOTIFICATION, profile, "the profile, MSG Hotmail Hotmail ...");
    }
  }

  private String ticket(String challenge) throws ProbeFailure {
    dialogue.keepSecret(password);
    return switch (target.login()) {
      case TWEENER ->
          new PassportClient(target.https(), dialogue).ticket(handle, password, challenge);
      case RST -> new RstClient(target.https(), dialogue).ticket(handle, password, challenge);
    };
  }

  private void synchronise(Wire wire) throws ProbeFailure {
    var answer = ask(wire, "SYN", "0");
    if (!answer.startsWith("SYN", id())) {
      throw unexpected(NOTIFICATION, answer, "SYN " + id() + " with list version and counts");
    }
    if (answer.word(3).isEmpty()) {
      return;
    }
    int contacts = Integer.parseInt(answer.word(3));
    int groups = Integer.parseInt(answer.word(4));
    while (contacts > 0 || groups > 0) {
      var line = wire.hear();
      contacts -= line.verb().equals("LST") ? 1 : 0;
      groups -= line.verb().equals("LSG") ? 1 : 0;
    }
  }

  private void appear(Wire wire) throws ProbeFailure {
    say(wire, "CHG", "NLN 0");
    var number = id();
    hearUntil(wire, "CHG", number);
    wire.say("PNG");
    hearUntil(wire, "QNG");
  }

  private static void hearUntil(Wire wire, String... beginning) throws ProbeFailure {
    var line = wire.hear();
    while (!line.startsWith(beginning)) {
      if (line.isRefusal() || line.verb().equals("OUT")) {
        throw unexpected(NOTIFICATION, line, String.join(" ", beginning));
      }
      line = wire.hear();
    }
  }

  private static void leave(Wire wire) throws ProbeFailure {
    wire.say("OUT");
    wire.hearOut();
  }

  private Line ask(Wire wire, String verb, String words) throws ProbeFailure {
    say(wire, verb, words);
    return wire.hear();
  }

  private void say(Wire wire, String verb, String words) throws ProbeFailure {
    trId++;
    wire.say(verb + ' ' + id() + ' ' + words);
  }

  private String id() {
    return Integer.toString(trId);
  }

  private static ProbeFailure unexpected(String who, Line line, String expected) {
    return new ProbeFailure(
        who + " answered " + line + meaning(line) + ", expected was " + expected,
        line.isRefusal() ? check(line.verb()) : "the log of the server");
  }

  private static String meaning(Line line) {
    return switch (line.verb()) {
      case "420" -> " (client not accepted)";
      case "910" -> " (too busy)";
      case "911" -> " (authentication failed)";
      default -> "";
    };
  }

  private static String check(String number) {
    return switch (number) {
      case "420" -> "the key clients";
      case "910" -> "does a notification server run, is it ready, and in the same cluster?";
      case "911" -> "is there such an account, and do the clocks of the servers agree?";
      default -> "the log of the server";
    };
  }
}
