package org.consoleme.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the customer may ask about later. Denials are events too. A new case needs no
 * change in storage: what is its own goes into {@link #details}.
 */
public sealed interface AuditEvent {

    Origin origin();

    Instant at();

    /** What it was about: a role, a Slack key, a job. */
    String subject();

    Outcome outcome();

    /** A cause code or a sentence; required when not {@link Outcome#DONE}. */
    Optional<String> reason();

    /** Further facts by name; never a key, a token or a document. */
    Map<String, String> details();

    /** The name under which events of this kind are counted and found. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * Keys to a role were issued, or not. Written before the keys leave; carries no access key id.
     */
    record KeysVended(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public KeysVended {
            details = Map.copyOf(details);
        }
    }

    /** A message led somebody to one of their roles, or there was none. No keys yet. */
    record RoleOffered(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public RoleOffered {
            details = Map.copyOf(details);
        }
    }

    /** A console session was opened, or not. */
    record ConsoleOpened(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public ConsoleOpened {
            details = Map.copyOf(details);
        }
    }

    /** A terminal asked to be signed in; approved or refused by a person in the browser. */
    record ChallengeDecided(
            Origin origin, Instant at, String subject, Outcome outcome, Optional<String> reason)
            implements AuditEvent {
        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }

    /** A Slack user was tied to a person, or untied. */
    record SlackLinkChanged(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public SlackLinkChanged {
            details = Map.copyOf(details);
        }
    }

    /** Something that came through the Slack door was refused before anybody was known. */
    record SlackRefused(
            Origin origin, Instant at, String subject, Outcome outcome, Optional<String> reason)
            implements AuditEvent {
        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }

    /** An administrator started or stopped a job. */
    record JobCommanded(
            Origin origin, Instant at, String subject, Outcome outcome, Optional<String> reason)
            implements AuditEvent {
        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }

    /**
     * Somebody did something with a request: asked, approved, rejected, edited, withdrew; or it was
     * applied or expired. {@link #details} names the command and the hash that was shown.
     */
    record RequestCommanded(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public RequestCommanded {
            details = Map.copyOf(details);
        }
    }

    /** A grant began, was extended, ended, was returned or revoked. */
    record GrantChanged(
            Origin origin,
            Instant at,
            String subject,
            Outcome outcome,
            Optional<String> reason,
            Map<String, String> details)
            implements AuditEvent {
        public GrantChanged {
            details = Map.copyOf(details);
        }
    }
}
