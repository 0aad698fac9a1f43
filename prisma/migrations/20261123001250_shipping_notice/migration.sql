-- A shop is told when an order is shipped whose buyer wants the money back. "seq": the case's last event then. No row is
-- rewritten, and the rows that there are all fit.
ALTER TABLE "Notice"
  DROP CONSTRAINT "Notice_kind_check",
  ADD CONSTRAINT "Notice_kind_check" CHECK (CASE "audience"
    WHEN 'MERCHANT' THEN "kind" IN ('CASE_OPENED', 'DEADLINE_SOON', 'BUYER_ANSWERED', 'PROPOSAL_ANSWERED', 'ORDER_SHIPPED',
      'DISPUTE_OPENED', 'EVIDENCE_ASKED', 'DISPUTE_RULED')
    ELSE "kind" IN ('DISPUTE_READY') END);
