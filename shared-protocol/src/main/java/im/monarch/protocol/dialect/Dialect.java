package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.command.NsRequest;
import java.util.function.UnaryOperator;

/**
 * One dialect: its name on the wire, what may be said in it, and its traits. Written as a revision
 * of the dialect before it, so that each file holds exactly what changed.
 */
public final class Dialect {

  private final String name;
  private final Traits traits;
  private final RequestTable<DsRequest> dsRequests;
  private final RequestTable<NsRequest> nsOnly;
  private final RequestTable<NsRequest> nsRequests;
  private final RequestTable<NsRequest> nsSignIn;

  private Dialect(
      String name,
      Traits traits,
      RequestTable<DsRequest> dsRequests,
      RequestTable<NsRequest> nsOnly) {
    this.name = name;
    this.traits = traits;
    this.dsRequests = dsRequests;
    this.nsOnly = nsOnly;
    this.nsRequests = RequestTable.<NsRequest>empty().including(dsRequests).including(nsOnly);
    this.nsSignIn = nsRequests.only(dsRequests.verbs());
  }

  /** A dialect that revises nothing. */
  static Dialect first(String name, Traits traits) {
    return new Dialect(name, traits, RequestTable.empty(), RequestTable.empty());
  }

  /** The same dialect under the name of its successor; what changed is said next. */
  Dialect revisedAs(String successor) {
    return new Dialect(successor, traits, dsRequests, nsOnly);
  }

  Dialect traits(UnaryOperator<Traits> change) {
    return new Dialect(name, change.apply(traits), dsRequests, nsOnly);
  }

  /** What dispatch and notification servers understand. */
  Dialect everywhere(UnaryOperator<RequestTable<DsRequest>> change) {
    return new Dialect(name, traits, change.apply(dsRequests), nsOnly);
  }

  /** What only notification servers understand, or understand differently. */
  Dialect notification(UnaryOperator<RequestTable<NsRequest>> change) {
    return new Dialect(name, traits, dsRequests, change.apply(nsOnly));
  }

  /** The name VER says, {@code MSNP9}. */
  public String name() {
    return name;
  }

  public Traits traits() {
    return traits;
  }

  public RequestTable<DsRequest> dsRequests() {
    return dsRequests;
  }

  public RequestTable<NsRequest> nsRequests() {
    return nsRequests;
  }

  /**
   * What notification servers understand before somebody has signed in: the verbs of a dispatch
   * server. Every other one hangs up, whatever is behind it (protocol notes, 4.1).
   */
  public RequestTable<NsRequest> nsSignIn() {
    return nsSignIn;
  }

  @Override
  public String toString() {
    return name;
  }
}
