package im.monarch.runtime.reception;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.DsRequest.Cvq;
import im.monarch.protocol.command.DsRequest.Cvr;
import im.monarch.protocol.command.DsRequest.Ver;
import im.monarch.protocol.dialect.Cvr0;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * Answers VER, CVR and CVQ.
 *
 * @param dialects what is offered to clients
 * @param verReply how VER is answered
 * @param clients what CVR and CVQ answer
 */
public record Reception(Dialects dialects, VerReply verReply, ClientCatalogue clients) {

  private static final String NOTHING_IN_COMMON = "0";

  /** How VER is answered. */
  public enum VerReply {
    /** With the one dialect agreed on, as the sources show. */
    SINGLE,
    /** With CVR0 behind it, which some clients look for and the live service sent. */
    ECHO_CVR0
  }

  /**
   * The outcome of VER.
   *
   * @param dialect none when client and server share nothing, not even CVR0
   */
  public record Negotiation(Optional<Dialect> dialect, DsMessage reply) {}

  public Negotiation negotiate(Ver ver) {
    var agreed = dialects.negotiate(ver.dialects());
    var words = agreed.map(dialect -> words(dialect, ver)).orElse(List.of(NOTHING_IN_COMMON));
    return new Negotiation(agreed, new DsMessage.Ver(ver.trId(), words));
  }

  private List<String> words(Dialect agreed, Ver ver) {
    var cvr0 = Cvr0.DIALECT.name();
    boolean echo =
        verReply == VerReply.ECHO_CVR0
            && !agreed.name().equals(cvr0)
            && ver.dialects().stream().anyMatch(cvr0::equalsIgnoreCase);
    return echo ? List.of(agreed.name(), cvr0) : List.of(agreed.name());
  }

  public DsMessage describe(Cvr cvr) {
    return clients
        .releaseFor(cvr.client())
        .<DsMessage>map(release -> new DsMessage.Cvr(cvr.trId(), release))
        .orElseGet(() -> new DsMessage.Refusal(ErrorCode.CLIENT_NOT_ACCEPTED, cvr.trId()));
  }

  public DsMessage describe(Cvq cvq) {
    return clients
        .releaseFor(cvq.client())
        .<DsMessage>map(release -> new DsMessage.Cvq(cvq.trId(), release))
        .orElseGet(() -> new DsMessage.Refusal(ErrorCode.CLIENT_NOT_ACCEPTED, cvq.trId()));
  }
}
