-- R3 Exchange, repair and the other services. Nothing here rewrites a row: the new columns are empty in the rows that there
-- are, and a process that knows nothing of them can go on meanwhile.

ALTER TABLE "AfterSale"
  DROP CONSTRAINT "AfterSale_type_check",
  ADD CONSTRAINT "AfterSale_type_check" CHECK ("type" IN ('REFUND_ONLY', 'RETURN_REFUND',
    'EXCHANGE', 'REPAIR', 'INSTALLATION', 'SETUP', 'TRAINING', 'COMPLAINT')),
  DROP CONSTRAINT "AfterSale_status_check",
  ADD CONSTRAINT "AfterSale_status_check" CHECK ("status" IN ('PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT',
    'IN_SERVICE', 'IN_DISPUTE', 'REFUNDING', 'REFUNDED', 'REJECTED', 'CLOSED')),
  DROP CONSTRAINT "AfterSale_closeReason_check",
  ADD CONSTRAINT "AfterSale_closeReason_check" CHECK ("closeReason" IN ('BUYER_WITHDRAWN', 'RETURN_TIMEOUT',
    'OFFLINE_EXCHANGE', 'OFFLINE_REPAIR', 'SERVICE_DONE', 'DISPUTE_DISMISSED')),
  DROP CONSTRAINT "AfterSale_dueKind_check",
  ADD CONSTRAINT "AfterSale_dueKind_check" CHECK ("dueKind" IN ('REVIEW', 'RETURN', 'RECEIPT', 'SERVICE_CONFIRM', 'SERVICE_ANSWER')),
  DROP CONSTRAINT "AfterSale_expiredKind_check",
  ADD CONSTRAINT "AfterSale_expiredKind_check" CHECK ("expiredKind" IN ('REVIEW', 'RETURN', 'RECEIPT', 'SERVICE_CONFIRM')),
  -- of a service case, and of a return with a proposal: what is served, the proposal, the waybills
  ADD COLUMN "service" JSONB,
  -- R3.3 how far a service case is; null for a mere proposal
  ADD COLUMN "serviceStep" TEXT CHECK ("serviceStep" IN ('AGREED', 'ANSWERED', 'GOODS_RECEIVED', 'SENT_BACK', 'PERFORMED', 'DONE')),
  ADD CONSTRAINT "AfterSale_service_type" CHECK (("serviceStep" IS NOT NULL) = ("type" NOT IN ('REFUND_ONLY', 'RETURN_REFUND'))),
  ADD CONSTRAINT "AfterSale_service_step" CHECK ("serviceStep" IS NOT DISTINCT FROM ("service" ->> 'step')
    AND ("serviceStep" IS NULL OR "type" IS NOT DISTINCT FROM ("service" ->> 'kind'))),
  -- R3.1 a proposal stands only where a return may yet be settled by one
  ADD CONSTRAINT "AfterSale_proposal" CHECK ("service" IS NULL OR "serviceStep" IS NOT NULL
    OR ("type" = 'RETURN_REFUND' AND "status" IN ('PENDING_REVIEW', 'AWAITING_RETURN'))),
  -- R3.2 it is served, neither reviewed nor rejected
  ADD CONSTRAINT "AfterSale_service_status" CHECK (
    CASE WHEN "serviceStep" IS NULL THEN "status" <> 'IN_SERVICE'
      ELSE "status" IN ('IN_SERVICE', 'IN_DISPUTE', 'REFUNDING', 'REFUNDED', 'CLOSED') END),
  -- R3.3 done is closed as done; R3.1 settled by a service is what was a return
  ADD CONSTRAINT "AfterSale_service_done" CHECK (
    ("closeReason" IS NOT DISTINCT FROM 'SERVICE_DONE') = ("serviceStep" IS NOT DISTINCT FROM 'DONE')
    AND ("type" = 'RETURN_REFUND' OR "closeReason" IS NULL OR "closeReason" NOT IN ('OFFLINE_EXCHANGE', 'OFFLINE_REPAIR'))),
  DROP CONSTRAINT "AfterSale_amountFen_check",
  ADD CONSTRAINT "AfterSale_amountFen_check" CHECK (CASE WHEN "serviceStep" IS NULL THEN "amountFen" > 0 ELSE "amountFen" = 0 END),
  -- R4.5 a ruling says what a service case refunds, and of another case what part
  DROP CONSTRAINT "AfterSale_refund_part",
  ADD CONSTRAINT "AfterSale_refund_part" CHECK (
    CASE WHEN "refundFen" IS NULL THEN "serviceStep" IS NULL OR "refundOrigin" IS NULL
      ELSE "refundOrigin" IS NOT DISTINCT FROM 'DISPUTE_RULING' AND "refundFen" > 0
        AND ("refundFen" < "amountFen" OR "serviceStep" IS NOT NULL) END),
  -- a mere target is also told to be missed
  DROP CONSTRAINT "AfterSale_soon_deadline",
  ADD CONSTRAINT "AfterSale_soon_deadline" CHECK ("soonMs" IS NULL
    OR ("dueKind" IS NOT NULL AND ("soonMs" > 0 OR ("soonMs" = 0 AND "dueKind" = 'SERVICE_ANSWER')))),
  DROP CONSTRAINT "AfterSale_status_deadline",
  ADD CONSTRAINT "AfterSale_status_deadline" CHECK (
    "dueKind" IS NOT DISTINCT FROM (CASE "status"
      WHEN 'PENDING_REVIEW' THEN 'REVIEW'
      WHEN 'AWAITING_RETURN' THEN 'RETURN'
      WHEN 'AWAITING_RECEIPT' THEN 'RECEIPT'
      WHEN 'IN_SERVICE' THEN CASE
        WHEN "serviceStep" IN ('SENT_BACK', 'PERFORMED') THEN 'SERVICE_CONFIRM'
        -- R3.4 an exchange or a repair is agreed on, the others wait for a first answer
        WHEN "serviceStep" = 'AGREED' AND "type" NOT IN ('EXCHANGE', 'REPAIR') THEN 'SERVICE_ANSWER' END
    END) AND ("dueKind" IS NULL) = ("dueAt" IS NULL)),
  DROP CONSTRAINT "AfterSale_status_waiting",
  ADD CONSTRAINT "AfterSale_status_waiting" CHECK (
    CASE "status"
      WHEN 'PENDING_REVIEW' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RECEIPT' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RETURN' THEN "waitingOn" IS NOT DISTINCT FROM 'BUYER'
      WHEN 'IN_SERVICE' THEN "waitingOn" IS NOT DISTINCT FROM
        (CASE WHEN "serviceStep" IN ('SENT_BACK', 'PERFORMED') THEN 'BUYER' ELSE 'MERCHANT' END)
      WHEN 'IN_DISPUTE' THEN "waitingOn" IS NOT DISTINCT FROM 'PLATFORM'
      WHEN 'REFUNDING' THEN "waitingOn" IS NOT DISTINCT FROM (CASE WHEN "refundStuck" THEN 'PLATFORM' ELSE 'GATEWAY' END)
      ELSE "waitingOn" IS NULL
    END);
-- what is served carries no amount; what refunds names one for every line
ALTER TABLE "AfterSaleLine"
  DROP CONSTRAINT "AfterSaleLine_amountFen_check",
  ADD CONSTRAINT "AfterSaleLine_amountFen_check" CHECK ("amountFen" >= 0);

-- the sweep: what a mere target leads to is nothing, however long it is missed
DROP INDEX "AfterSale_due";
CREATE INDEX "AfterSale_due" ON "AfterSale" ("dueAt") WHERE "dueAt" IS NOT NULL AND "dueKind" <> 'SERVICE_ANSWER';
-- the board: a shop's services by step, missed targets and the soonest end first, then the oldest
CREATE INDEX "AfterSale_service" ON "AfterSale" ("shopId", "serviceStep", "dueSort", "openedAt", "no") WHERE "status" = 'IN_SERVICE';

-- R3.1 What a buyer answers to a proposal is told to the shop. No row is rewritten, and the rows that there are all fit.
ALTER TABLE "Notice"
  DROP CONSTRAINT "Notice_kind_check",
  ADD CONSTRAINT "Notice_kind_check" CHECK (CASE "audience"
    WHEN 'MERCHANT' THEN "kind" IN ('CASE_OPENED', 'DEADLINE_SOON', 'BUYER_ANSWERED', 'PROPOSAL_ANSWERED', 'DISPUTE_OPENED',
      'EVIDENCE_ASKED', 'DISPUTE_RULED')
    ELSE "kind" IN ('DISPUTE_READY') END);
