package im.monarch.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.net.NetSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String DIALECT = "im.monarch.protocol.dialect.Dialect";

  @Test
  void theProtocolLibraryIsPlainJava() {
    check(
        classes()
            .that()
            .resideInAPackage("im.monarch.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("im.monarch.protocol..", "java..")
            .because("it is tested with bytes alone"));
  }

  @Test
  void theDomainSeesTheVocabularyAndFuturesOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("im.monarch.domain..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "im.monarch.domain..",
                        "im.monarch.protocol.vocabulary",
                        "java..",
                        "javax.crypto..")
                    .or(type(Future.class))
                    .or(type(Promise.class)))
            .because("rules know neither frames nor commands nor what they are stored in"));
  }

  @Test
  void onlyTheDialectPackageComparesDialects() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("im.monarch.protocol.dialect..")
            .should()
            .callMethodWhere(targets(DIALECT, "compareTo|ordinal"))
            .because("code asks a dialect for a trait by name"));
  }

  @Test
  void conversationsDoNotKnowSockets() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Conversation")
            .or()
            .resideInAPackage("..conversation..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("io.vertx.core.net..", "io.vertx.core.http..")
                    .or(type(Socket.class)))
            .because("a connection is not a socket: it can be a gateway session"));
  }

  @Test
  void onlyConnectionsUseSockets() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "im.monarch.runtime.connection..", "im.monarch.passport.http..")
            .should()
            .dependOnClassesThat(are(assignableTo(NetSocket.class))));
  }

  @Test
  void onlyTheClusterUsesTheEventBus() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("im.monarch.runtime.cluster..")
            .should()
            .dependOnClassesThat(are(assignableTo(EventBus.class)))
            .because("the bus loses messages and has no back-pressure: one place deals with that"));
  }

  @Test
  void onlyTheStoreUsesSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("im.monarch.runtime.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.vertx.sqlclient..",
                "io.vertx.jdbcclient..",
                "java.sql..",
                "javax.sql..",
                "org.h2..",
                "org.flywaydb.."));
  }

  @Test
  void onlyTheClusterUsesHazelcast() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("im.monarch.runtime.cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster.."));
  }

  @Test
  void packagesFormNoCycles() {
    check(slices().matching("im.monarch.(**)").should().beFreeOfCycles());
  }

  @Test
  void nobodySleeps() {
    check(
        noClasses()
            .should()
            .callMethodWhere(targets("java.lang.Thread", "sleep"))
            .orShould()
            .callMethodWhere(targets("java.util.concurrent.TimeUnit", "sleep")));
  }

  @Test
  void nobodySynchronizes() {
    check(noMethods().should().haveModifier(SYNCHRONIZED));
  }

  @Test
  void nobodyWaitsForAFuture() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("im.monarch.deploy..")
            .should()
            .callMethodWhere(targets(java.util.concurrent.Future.class, "get|resultNow"))
            .orShould()
            .callMethodWhere(targets(CompletableFuture.class, "get|join"))
            .orShould()
            .callMethodWhere(targets(CountDownLatch.class, "await"))
            .orShould()
            .callMethodWhere(targets(Future.class, "await"))
            .because("an event loop that waits serves nobody; only the main thread may, at start"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(ServerClasses.ALL);
  }

  private static DescribedPredicate<JavaCall<?>> targets(Class<?> type, String methods) {
    return targets(assignableTo(type), methods);
  }

  private static DescribedPredicate<JavaCall<?>> targets(String type, String methods) {
    return targets(
        DescribedPredicate.describe(type, owner -> owner.getName().equals(type)), methods);
  }

  private static DescribedPredicate<JavaCall<?>> targets(
      DescribedPredicate<JavaClass> type, String methods) {
    DescribedPredicate<JavaCall<?>> calls =
        JavaCall.Predicates.target(
            owner(type).<CodeUnitCallTarget>forSubtype().and(nameMatching(methods).forSubtype()));
    return calls.as("%s of %s", methods, type.getDescription());
  }
}
