package im.monarch.protocol.frame;

import java.util.Set;

/**
 * The client commands that carry a payload in some dialect. Known before anybody asks whether the
 * command is welcome: a payload that is not skipped would be read as commands (protocol notes,
 * 1.4).
 */
public final class PayloadVerbs {

  public static final Set<String> OF_CLIENTS =
      Set.of("QRY", "SDC", "PAG", "PGD", "UUX", "ADL", "RML", "FQY", "UUN", "UUM", "MSG");

  private PayloadVerbs() {}
}
