package org.huisheng.feedback.casework;

import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Stakeholder;

final class CaseFixture {

    static final Instant NOON = Instant.parse("2026-04-20T04:00:00Z");
    static final Resolution DONE = new Resolution("接头老化", "更换接头");

    private CaseFixture() {}

    static Act at(int minutes) {
        return new Act("li", NOON.plusSeconds(60L * minutes), null, null);
    }

    static Intake complaint() {
        return new Intake(
                Side.ENTERPRISE, "power-quality", Severity.NORMAL, "电压不稳", "每天下午电压偏低", null, null, null, null);
    }

    static Case received() {
        return received(new UUID(7, 7));
    }

    static Case received(UUID id) {
        var matter = new Case(id, complaint(), at(0));
        matter.open(at(0));
        return matter;
    }

    static Case in(CaseStatus status) {
        var matter = received();
        switch (status) {
            case RECEIVED -> {}
            case ASSIGNED -> matter.assign("DIST", at(1));
            case IN_PROGRESS -> {
                matter.assign("DIST", at(1));
                matter.start(at(2));
            }
            case WAITING -> {
                matter.assign("DIST", at(1));
                matter.start(at(2));
                matter.await(at(3));
            }
            case RESOLVED -> resolve(matter);
            case CONFIRMED -> {
                resolve(matter);
                matter.confirm(5, at(4));
            }
            case DISPUTED -> {
                resolve(matter);
                matter.dispute(at(4));
            }
            case UNREACHABLE -> {
                resolve(matter);
                Asking.giveUp(matter, 0, at(4));
            }
            case CLOSED -> {
                resolve(matter);
                matter.confirm(5, at(4));
                matter.close(at(5));
            }
            case MERGED -> Merging.merge(matter, survivor(), at(1));
        }
        return matter;
    }

    /** Another case about the same matter. */
    static Case survivor() {
        return received(new UUID(7, 6));
    }

    private static void resolve(Case matter) {
        matter.assign("DIST", at(1));
        matter.start(at(2));
        matter.resolve(DONE, at(3));
    }

    /** The steps that can be tried on any case. */
    enum Move {
        ASSIGN,
        TRANSFER,
        START,
        AWAIT,
        RESUME,
        RESOLVE,
        REQUEST_CONFIRMATION,
        CONFIRM,
        DISPUTE,
        CONTACT,
        GIVE_UP,
        PROPOSE_OVERRIDE,
        OVERRIDE_CONFIRMED,
        OVERRIDE_CLOSED,
        GIVE_TASK,
        MOVE_TASK,
        REMARK,
        CHANGE_SEVERITY,
        CHANGE_CATEGORY,
        CHANGE_CONTACT,
        CLOSE,
        MERGE,
        SEPARATE;

        /** Moves that concern nobody else. */
        boolean isSilent() {
            return switch (this) {
                case AWAIT,
                        RESUME,
                        REQUEST_CONFIRMATION,
                        CONTACT,
                        PROPOSE_OVERRIDE,
                        GIVE_TASK,
                        MOVE_TASK,
                        REMARK,
                        CHANGE_CONTACT,
                        CHANGE_SEVERITY -> true;
                default -> false;
            };
        }

        Step tryOn(Case matter, String department, Act act) {
            return switch (this) {
                case ASSIGN -> matter.assign(department, act);
                case TRANSFER -> matter.transfer(department, act);
                case START -> matter.start(act);
                case AWAIT -> matter.await(act);
                case RESUME -> matter.resume(act);
                case RESOLVE -> matter.resolve(DONE, act);
                case REQUEST_CONFIRMATION -> Asking.request(matter, matter, act);
                case CONFIRM -> matter.confirm(4, act);
                case DISPUTE -> matter.dispute(act);
                case CONTACT -> Asking.contact(matter, ContactChannel.PHONE, ContactOutcome.NO_ANSWER, act);
                case GIVE_UP -> Asking.giveUp(matter, 0, act);
                case PROPOSE_OVERRIDE -> Overriding.request(matter, OverrideOutcome.CLOSED, act);
                case OVERRIDE_CONFIRMED -> Overriding.override(matter, OverrideOutcome.CONFIRMED, act);
                case OVERRIDE_CLOSED -> Overriding.override(matter, OverrideOutcome.CLOSED, act);
                case GIVE_TASK -> Contributing.giveTask(matter, 1, "FIN", act);
                case MOVE_TASK -> Contributing.moveTask(matter, StepKind.TASK_COMPLETED, 1, "FIN", act);
                case REMARK -> Noting.remark(matter, act);
                case CHANGE_SEVERITY -> Noting.changeSeverity(matter, Severity.HIGH, act);
                case CHANGE_CATEGORY ->
                    Noting.changeCategory(
                            matter, matter.category().equals("billing.price") ? "power-quality" : "billing.price", act);
                case CHANGE_CONTACT ->
                    Reaching.by(matter, new Stakeholder(null, "000-" + matter.timelineLength(), null, null), null, act)
                            .orElseThrow();
                case CLOSE -> matter.close(act);
                case MERGE -> Merging.merge(matter, survivor(), act);
                case SEPARATE -> Merging.separate(matter, survivor(), act);
            };
        }
    }
}
